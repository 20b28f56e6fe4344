/** What people call the months in the three languages, in lower case, in full and cut short. */
const NAMES: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['desember', 'december', 'des', 'dec'],
]

/** The month a lower-case word names, 1–12, or null. */
export function monthNamed(word: string): number | null {
  const at = NAMES.findIndex((names) => names.includes(word))
  return at < 0 ? null : at + 1
}
