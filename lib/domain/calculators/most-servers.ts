/** Servers up to which Erlang’s recursion is quick. Apart from the contract, so that checks load no schema. */
export const MOST_SERVERS = 100_000;
