/**
 * The number a person is typing, when it can only mean one thing: `13,8`, `1 234,5`, `−3`, `53 %`. Null while it is
 * unclear («1.234», «12,5,3»): then nothing is said until the server has read it, which has the last word.
 */
export function typedNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/[a-zæøå%.]+$/i, '')
  if (!/^[+-]?\d+([.,]\d+)?$/.test(plain) || /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(plain)) return null
  return Number(plain.replace(',', '.'))
}
