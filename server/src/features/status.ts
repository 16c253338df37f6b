import type { Report } from '../core/check/report';
import { grouped } from '../core/explain/quantities';
import { STATUS_NOTIFICATION, type DocumentStatus } from '../core/requests';
import { formsOf } from '../core/table/forms';
import type { FeatureHost } from '../feature';
import type { OpenDocument } from '../openDocument';
import { NO_STORIES, type FoundStories } from './findings';

/** Tells the client what a document holds, after each finished check. */
export function sendStatus(
  { connection }: FeatureHost,
  document: OpenDocument,
  { counts, leftOut }: Report,
  found: FoundStories = NO_STORIES,
) {
  const { table, uri } = document;
  const status: DocumentStatus = {
    uri,
    forms: formsOf(table).map(form => form.title),
    lines: table.lines,
    records: table.records,
    errors: counts.error + found.counts.error,
    warnings: counts.warning + found.counts.warning,
    informations: counts.information + found.counts.information,
    hints: counts.hint + found.counts.hint,
    reduced: [
      ...(leftOut > 0 ? [`${grouped(leftOut)} problems are counted, not listed`] : []),
      ...(found.leftOut > 0
        ? [`${grouped(found.leftOut)} findings are counted, not listed among the problems`]
        : []),
    ],
  };
  void connection.sendNotification(STATUS_NOTIFICATION, status);
}
