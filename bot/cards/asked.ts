/** In place of a ledger row's key: a card the person has asked for («registrer»), about one obligation. It is no nudge and is in no ledger. */
export const ASKED = 'asked'
