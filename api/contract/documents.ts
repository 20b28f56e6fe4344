import * as z from 'zod/mini'

export const MOST_DOCUMENTS = 30
/** Longer than SharePoint's own links to share, and thirty of them fit in one cell. */
export const LINK_LIMIT = 1000
export const DOCUMENT_TITLE_LIMIT = 150

/** A host, and at most a port, before the path: an address that names a user or hides its host is no link to a document. */
const LINK = /^https:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i

/** Whether a text is a whole web address, https only. What a site owner has written otherwise is shown as words, never as a link. */
export const isLink = (text: string): boolean => LINK.test(text) && URL.canParse(text)

/** A document of a project as it is kept; `rule` is the checklist line it answers. */
export const projectDocument = z.object({ title: z.string(), url: z.string(), rule: z.nullable(z.string()) })
export type ProjectDocument = z.infer<typeof projectDocument>

/** A line of the method's checklists that a document can answer, in the person's language; those of the next point stand first. */
export const documentLine = z.object({
  rule: z.string(),
  text: z.string(),
  /** The point that ends the project's phase asks for it. */
  isNext: z.boolean(),
  isMissing: z.boolean(),
})
export type DocumentLine = z.infer<typeof documentLine>
