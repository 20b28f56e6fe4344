/** The same files give the same bytes, on any machine and day, so that two packages can be compared. */
import { zipSync } from 'fflate'

/** A zip with the files in the order given, all at the top level. */
export const zipFiles = (files: Record<string, Uint8Array>): Uint8Array =>
  // Zip stores local time without a zone and knows nothing before 1980; parts of local time keep it equal everywhere.
  zipSync(files, { level: 9, mtime: new Date(1980, 0, 1, 0, 0, 0) })
