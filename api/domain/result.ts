/** An expected outcome is a value: use cases, rules and data access return this, they do not throw. */
export type Result<T, F extends { code: string }> = { ok: true; value: T } | ({ ok: false } & F)

/** A successful result. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** A refusal with its code and whatever else the reader needs to mend it. */
export const refuse = <const F extends { code: string }>(fault: F): { ok: false } & F => ({ ok: false, ...fault })
