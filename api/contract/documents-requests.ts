import * as z from 'zod/mini'
import { DOCUMENT_TITLE_LIMIT, isLink, LINK_LIMIT, MOST_DOCUMENTS } from './documents.ts'

/** The documents of a project as they are written: all of them, in their order. */
export const documentsRequest = z
  .array(
    z.strictObject({
      title: z.string().check(z.trim(), z.minLength(1), z.maxLength(DOCUMENT_TITLE_LIMIT)),
      url: z.stringFormat('link', isLink).check(z.maxLength(LINK_LIMIT)),
      rule: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
    }),
  )
  .check(z.maxLength(MOST_DOCUMENTS))
