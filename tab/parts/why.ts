const WHYS = [
  'measurer',
  'benefitOwner',
  'projectOwner',
  'projectManager',
  'programmeOwner',
  'responsible',
  'deputy',
  'delegate',
  'office',
] as const

/** Why an obligation is a person's to answer, when it is a reason the tab has words for; else undefined. */
export const knownWhy = (why: string): (typeof WHYS)[number] | undefined => WHYS.find((one) => one === why)
