import { languages, type TextDocument } from 'vscode';

/** The language id of flow logs. */
export const FLOW_LOG = 'flowlog';

export function isFlowLog(document: TextDocument): boolean {
  return document.languageId === FLOW_LOG;
}

/** Gives a document another language; one that is closed meanwhile is left alone. */
export async function changeLanguage(document: TextDocument, language: string): Promise<void> {
  if (!isOpen(document) || document.languageId === language) return;
  try {
    await languages.setTextDocumentLanguage(document, language);
  } catch (error) {
    if (isOpen(document)) throw error;
  }
}

function isOpen(document: TextDocument): boolean {
  return !document.isClosed;
}
