export const HELP = `plumbline: design worksheets for machine learning, checked against their own numbers

  plumbline check FILE... [--format text|json|sarif|github|junit] [--stage framing|design|launch]
      Checks worksheet files (YAML or JSON; - is standard input). Without --stage the stage that the file
      claims, else all. Exit code 0 without errors, 1 with errors, 2 when a file cannot be read or is not valid.

  plumbline init [-o FILE] [--title TITLE] [--stage framing|design|launch] | [--example NAME]
      Writes a worksheet file to begin with, worksheet.yaml without -o. Nothing is written over.

  plumbline render FILE --to markdown|html|pdf|yaml|json [-o FILE] [--profile full|executive]
      Writes the design document, or the worksheet in its one order.

  plumbline diff BEFORE AFTER [--format text|json]
      Compares two worksheet files field by field. Exit code 1 when they differ.

  plumbline decisions list FILE [--format text|json]
  plumbline decisions export FILE [-o FILE]
      Lists the decisions of a worksheet, or writes them as one Markdown log.

  plumbline calc [ID [--input FILE|-] [--csv FILE|- [--map name=column,...]] [--text|--sql]]
      Runs a calculator on a JSON file, on the rows of a CSV file, or on both together; without ID lists them.
      --map item=unit says that the calculator's ‘item’ is the file's column ‘unit’.

  plumbline schema
      Prints the JSON Schema of the file format, for editors.

  plumbline --help, plumbline --version

--today 2027-01-15 stands in for the present day by which waivers expire.
`;
