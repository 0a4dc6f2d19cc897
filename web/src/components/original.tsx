import type { ReactNode } from "react";

/** Words of a document or of a reporter, which stay Chinese in every language of the pages, and say so to who hears them. */
export const Original = ({ children }: { readonly children: ReactNode }) => <span lang="zh-CN">{children}</span>;
