/**
 * What became of a passage, as a reader of both texts would say; the answers were written before the code was run.
 * ⟦ and ⟧ mark the passage in the text before, and in the text after where a reader would look for it: the passage
 * (`exact`, `moved`), or the gap that it left (`outdated`). An outdated one without marks is shown at its field.
 */
export interface AnchorEdit {
  readonly edit: string;
  readonly before: string;
  readonly after: string;
  readonly state: 'exact' | 'moved' | 'outdated';
}

type Rows = readonly (readonly [edit: string, state: AnchorEdit['state'], before: string, after: string])[];

const around: Rows = [
  ['nothing', 'exact', 'We rank ⟦alerts by risk⟧ each night.', 'We rank ⟦alerts by risk⟧ each night.'],
  ['a sentence before', 'exact', 'We rank ⟦alerts by risk⟧.', 'Analysts are few. We rank ⟦alerts by risk⟧.'],
  ['a sentence after', 'exact', 'We rank ⟦alerts by risk⟧.', 'We rank ⟦alerts by risk⟧. Analysts are few.'],
  [
    'the word before changed',
    'exact',
    'We rank ⟦alerts by risk⟧ each night.',
    'Models sort ⟦alerts by risk⟧ each night.',
  ],
  ['the word after changed', 'exact', 'We rank ⟦alerts by risk⟧ each night.', 'We rank ⟦alerts by risk⟧ every hour.'],
  [
    'new words on both sides',
    'exact',
    'We rank ⟦alerts by risk⟧ each night.',
    'We always rank all ⟦alerts by risk⟧ and age each night.',
  ],
  [
    'all before it deleted',
    'exact',
    'Fraud grew last year. Losses doubled. We rank ⟦alerts by risk⟧ each night.',
    '⟦Alerts by risk⟧ each night.',
  ],
  [
    'all after it deleted',
    'exact',
    'We rank ⟦alerts by risk⟧ each night, and analysts read the first hundred.',
    'We rank ⟦alerts by risk⟧',
  ],
  ['a whole text that grew', 'exact', '⟦Losses doubled⟧', '⟦Losses doubled⟧ in 2025, and refunds with them.'],
  ['a whole text that grew at its begin', 'exact', '⟦Losses doubled⟧', 'Since the merger ⟦losses doubled⟧'],
  [
    'everything around a telling quote rewritten',
    'exact',
    'Today: ⟦analysts review four hundred alerts a day⟧, which is too many.',
    'In March a count showed that ⟦analysts review four hundred alerts a day⟧. Half would do.',
  ],
  [
    'everything around two common words rewritten',
    'outdated',
    'Today ⟦the model⟧ is wrong about small shops.',
    'Nobody has looked at what was learnt since, and the model grows old.',
  ],
];

const within: Rows = [
  [
    'one word replaced',
    'moved',
    'It must ⟦answer each payment within 100 ms⟧ at peak.',
    'It must ⟦answer each request within 100 ms⟧ at peak.',
  ],
  [
    'a number replaced',
    'moved',
    'It must ⟦answer each payment within 100 ms⟧ at peak.',
    'It must ⟦answer each payment within 80 ms⟧ at peak.',
  ],
  [
    'its first word replaced',
    'moved',
    'The target is ⟦precision above 0.8 on cards⟧ for now.',
    'The target is ⟦recall above 0.8 on cards⟧ for now.',
  ],
  [
    'its last word replaced',
    'moved',
    'The target is ⟦precision above 0.8 on cards⟧ for now.',
    'The target is ⟦precision above 0.8 on transfers⟧ for now.',
  ],
  [
    'a word put in',
    'moved',
    'We ⟦retrain the model every week⟧ on new labels.',
    'We ⟦retrain the whole model every week⟧ on new labels.',
  ],
  [
    'a word left out',
    'moved',
    'We ⟦retrain the whole model every week⟧ on new labels.',
    'We ⟦retrain the model every week⟧ on new labels.',
  ],
  [
    'its first word left out',
    'moved',
    'Then ⟦slowly raise the threshold to 0.9⟧ and watch.',
    'Then ⟦raise the threshold to 0.9⟧ and watch.',
  ],
  [
    'its last word left out',
    'moved',
    'Then ⟦raise the threshold to 0.9 slowly⟧ and watch.',
    'Then ⟦raise the threshold to 0.9⟧ and watch.',
  ],
  [
    'a comparison turned around',
    'moved',
    'Block a payment when ⟦the score > 0.9 for two rules⟧ at once.',
    'Block a payment when ⟦the score < 0.9 for two rules⟧ at once.',
  ],
  [
    'a sign put before a number',
    'moved',
    'The gain is ⟦5 points a year⟧ at best.',
    'The gain is ⟦−5 points a year⟧ at best.',
  ],
  [
    'one of two words replaced',
    'moved',
    'What we predict is the ⟦weekly churn⟧ of paying customers.',
    'What we predict is the ⟦monthly churn⟧ of paying customers.',
  ],
  [
    'half of it rewritten',
    'moved',
    'As a rule ⟦labels arrive after ninety days from chargebacks⟧ and not before.',
    'As a rule ⟦labels arrive after thirty days by analysts⟧ and not before.',
  ],
  [
    'changed within and before',
    'moved',
    'On busy days ⟦the queue grows to two thousand alerts⟧ by noon.',
    'In December ⟦the queue grows to three thousand alerts⟧ by noon.',
  ],
  [
    'its sentence turned around',
    'exact',
    'For each payment ⟦we predict the chance of fraud⟧.',
    'And ⟦we predict the chance of fraud⟧ for each payment.',
  ],
];

const rewritten: Rows = [
  [
    'its one word replaced',
    'outdated',
    'We report the ⟦precision⟧ of the first hundred alerts.',
    'We report the ⟦recall⟧ of the first hundred alerts.',
  ],
  [
    'rewritten between its neighbours',
    'outdated',
    'Fraud is rare. ⟦Analysts look at each alert.⟧ The rest is paid out.',
    'Fraud is rare. ⟦A rule engine decides first.⟧ The rest is paid out.',
  ],
  [
    'only small words are left of it',
    'outdated',
    'We start with ⟦the cost of the fraud and the loss of trust⟧ in the first year.',
    'We start with ⟦the merchants of the north and the banks of Spain⟧ in the first year.',
  ],
  [
    'the whole text replaced',
    'outdated',
    'We rank ⟦alerts by risk⟧ each night.',
    'Doctors write letters, and nobody reads them.',
  ],
  ['translated', 'outdated', 'We rank ⟦alerts by risk⟧ each night.', 'Jede Nacht ordnen wir Warnungen nach Gefahr.'],
  [
    'translated between its neighbours',
    'outdated',
    'Before: 400 a day. ⟦Analysts are few.⟧ After: 100 a day.',
    'Before: 400 a day. ⟦Wenige prüfen.⟧ After: 100 a day.',
  ],
  [
    'reworded, its claim kept',
    'outdated',
    'Costs: ⟦Each false alarm costs five euros.⟧ Gains: none.',
    'Costs: ⟦For every mistake we pay €5 to an analyst.⟧ Gains: none.',
  ],
];

const deleted: Rows = [
  [
    'deleted in the middle',
    'outdated',
    'Fraud is rare. ⟦Analysts look at each alert.⟧ The rest is paid out.',
    'Fraud is rare.⟦⟧ The rest is paid out.',
  ],
  ['deleted at the end', 'outdated', 'Fraud is rare among cards. ⟦We rank alerts.⟧', 'Fraud is rare among cards.⟦⟧'],
  ['deleted at the begin', 'outdated', '⟦We rank alerts.⟧ Fraud is rare among cards.', '⟦⟧Fraud is rare among cards.'],
  ['deleted with its neighbours', 'outdated', 'One. Two. Three. ⟦Four.⟧ Five. Six. Seven.', 'One. Nine. Seven.'],
  ['the text emptied', 'outdated', 'We rank ⟦alerts by risk⟧ each night.', ''],
  [
    'deleted, its two words stand elsewhere in other company',
    'outdated',
    'Today ⟦the model⟧ scores cards. Later we add transfers, wallets, and whatever else the bank may sell by then.',
    'Today⟦⟧ scores cards. Later we add transfers, wallets, and whatever else the bank may sell by then. Nobody owns the model there.',
  ],
  [
    'one of two sentences deleted',
    'moved',
    'Fraud is rare. ⟦Analysts look at each alert. They are three.⟧ The rest is paid out.',
    'Fraud is rare. ⟦Analysts look at each alert.⟧ The rest is paid out.',
  ],
];

const carried: Rows = [
  [
    'its paragraph moved down',
    'exact',
    'We rank ⟦alerts by the chance of fraud⟧ first.\n\nAnalysts are few.\n\nLosses doubled.',
    'Analysts are few.\n\nLosses doubled.\n\nWe rank ⟦alerts by the chance of fraud⟧ first.',
  ],
  [
    'its point moved up in a list',
    'exact',
    '- cards\n- transfers\n- ⟦wallets of minors⟧\n- cash',
    '- ⟦wallets of minors⟧\n- cash\n- cards\n- transfers',
  ],
  [
    'a telling sentence put into another paragraph',
    'exact',
    'Costs come first. ⟦Each false alarm costs us five euros.⟧ Then losses.\n\nGains are small so far.',
    'Costs come first. Then losses.\n\nGains are small so far, we think. ⟦Each false alarm costs us five euros.⟧ More is not known.',
  ],
  [
    'points sorted by name',
    'exact',
    '1. wallets\n2. ⟦cards⟧ of banks\n3. cash',
    '1. ⟦cards⟧ of banks\n2. cash\n3. wallets',
  ],
];

const repeated: Rows = [
  [
    'the first of two alike, a sentence before',
    'exact',
    'Cards: ⟦answer within 100 ms⟧. Transfers: answer within 100 ms.',
    'Both are paid live. Cards: ⟦answer within 100 ms⟧. Transfers: answer within 100 ms.',
  ],
  [
    'the second of two alike, a sentence before',
    'exact',
    'Cards: answer within 100 ms. Transfers: ⟦answer within 100 ms⟧.',
    'Both are paid live. Cards: answer within 100 ms. Transfers: ⟦answer within 100 ms⟧.',
  ],
  [
    'the two alike change places',
    'exact',
    'Cards: ⟦answer within 100 ms⟧ at noon. Transfers: answer within 100 ms at night.',
    'Transfers: answer within 100 ms at night. Cards: ⟦answer within 100 ms⟧ at noon.',
  ],
  [
    'copied to the end',
    'exact',
    'Cards: ⟦answer within 100 ms⟧. Losses doubled.',
    'Cards: ⟦answer within 100 ms⟧. Losses doubled. Wallets: answer within 100 ms.',
  ],
  [
    'copied to the begin',
    'exact',
    'Cards: ⟦answer within 100 ms⟧. Losses doubled.',
    'Wallets: answer within 100 ms. Cards: ⟦answer within 100 ms⟧. Losses doubled.',
  ],
  [
    'changed, while a sentence like it stays',
    'moved',
    'For cards we ⟦must answer within 100 ms⟧ at noon. For transfers they must answer within 100 ms by night.',
    'For cards we ⟦must answer within 120 ms⟧ at noon. For transfers they must answer within 100 ms by night.',
  ],
  [
    'deleted, while a short one like it stays far away',
    'outdated',
    'For cards ⟦within 100 ms⟧ is needed by the scheme. Nobody waits for a letter, and the branch has until night to look, so within 100 ms is more than enough there.',
    'For cards⟦⟧ is needed by the scheme. Nobody waits for a letter, and the branch has until night to look, so within 100 ms is more than enough there.',
  ],
  [
    'one word among many like it',
    'exact',
    'The cost of the model, the cost of the labels, the ⟦cost⟧ of the people.',
    'Money: the cost of the model, the cost of the labels, the ⟦cost⟧ of the people.',
  ],
];

const apart: Rows = [
  [
    'split into two sentences',
    'moved',
    'Today ⟦the model scores each payment and blocks the worst⟧ by itself.',
    'Today ⟦the model scores each payment. It blocks the worst⟧ by itself.',
  ],
  [
    'split into two paragraphs',
    'exact',
    'Today ⟦the model scores each payment. It blocks the worst⟧ by itself.',
    'Today ⟦the model scores each payment.\n\nIt blocks the worst⟧ by itself.',
  ],
  [
    'two sentences joined',
    'moved',
    'Today ⟦the model scores each payment. It blocks the worst⟧ by itself.',
    'Today ⟦the model scores each payment and blocks the worst⟧ by itself.',
  ],
  [
    'made into points',
    'moved',
    'We need ⟦labels from analysts, refunds from the bank, and time⟧ to start.',
    'We need\n\n- ⟦labels from analysts\n- refunds from the bank\n- time⟧\n\nto start.',
  ],
  [
    'a remark put into its middle',
    'moved',
    'Then ⟦a person reads each refused claim within two days⟧ and writes back.',
    'Then ⟦a person (a nurse) reads each refused claim within two days⟧ and writes back.',
  ],
];

const lookAlike: Rows = [
  ['capitals', 'exact', 'The ⟦False Positive Rate⟧ of cards', 'The ⟦false positive rate⟧ of cards'],
  ['all capitals, ß', 'exact', 'In der ⟦Hauptstraße⟧ steht sie', 'In der ⟦HAUPTSTRASSE⟧ steht sie'],
  ['curly quotation marks', 'exact', 'So ⟦"it\'s rare"⟧ they say', 'So ⟦“it’s rare”⟧ they say'],
  ['a dash for a hyphen', 'exact', 'Wait ⟦10-20 ms - not more⟧ in line', 'Wait ⟦10–20 ms – not more⟧ in line'],
  ['a true minus', 'exact', 'A drop of ⟦-5 points⟧ was seen', 'A drop of ⟦−5 points⟧ was seen'],
  ['an ellipsis', 'exact', 'And ⟦so on...⟧ for years', 'And ⟦so on…⟧ for years'],
  ['narrow spaces before units', 'exact', 'Within ⟦100 ms at 5 %⟧ load', 'Within ⟦100\u202fms at 5\u202f%⟧ load'],
  [
    'line ends of Windows',
    'exact',
    'One line\nand ⟦the next\nline⟧\nends',
    'One line\r\nand ⟦the next\r\nline⟧\r\nends',
  ],
  ['wrapped anew', 'exact', 'We rank ⟦alerts by\nrisk⟧ each\nnight.', 'We rank\n⟦alerts by risk⟧\neach night.'],
  ['a soft hyphen', 'exact', 'The ⟦generalisation⟧ of it', 'The ⟦general\u00adisation⟧ of it'],
];

const scripts: Rows = [
  [
    'combining characters made one',
    'exact',
    'Le ⟦cafe\u0301 ferme\u0301⟧ de nuit',
    'Au fond, le ⟦caf\u00e9 ferm\u00e9⟧ de nuit',
  ],
  ['an accent that changes the word', 'moved', 'Le ⟦marché de la nuit⟧ est clos', 'Le ⟦marche de la nuit⟧ est clos'],
  ['an emoji put before', 'exact', 'Stop: ⟦no labels⟧ yet', '🚨 Stop: ⟦no labels⟧ yet'],
  ['an emoji of several in the quote', 'exact', 'Ask ⟦👩‍🚒 and 👩‍👩‍👧⟧ first', 'Please ask ⟦👩‍🚒 and 👩‍👩‍👧⟧ first'],
  [
    'one emoji replaced',
    'moved',
    'State: ⟦🟢 all labels in time⟧, says Ana',
    'State: ⟦🔴 all labels in time⟧, says Ana',
  ],
  ['Japanese, words before', 'exact', '不正検知は⟦とても難しい⟧です', '実は、不正検知は⟦とても難しい⟧です'],
  [
    'Japanese, changed within',
    'moved',
    '毎日、⟦分析者が警告を確認する⟧。以上',
    '毎日、⟦分析者が全警告を確認する⟧。以上',
  ],
  ['Arabic, a word after', 'exact', 'مرحبا ⟦يا عالم⟧', 'مرحبا ⟦يا عالم⟧ كبير'],
  ['Thai, words before', 'exact', 'ระบบ⟦ตรวจจับการโกง⟧ใหม่', 'วันนี้ระบบ⟦ตรวจจับการโกง⟧ใหม่'],
];

export const anchorEdits: readonly AnchorEdit[] = [
  ...around,
  ...within,
  ...rewritten,
  ...deleted,
  ...carried,
  ...repeated,
  ...apart,
  ...lookAlike,
  ...scripts,
].map(([edit, state, before, after]) => ({ edit, state, before, after }));
