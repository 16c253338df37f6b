import type { Report } from '../core/check/report';
import { STATUS_NOTIFICATION, type DocumentStatus } from '../core/requests';
import { formsOf } from '../core/table/forms';
import type { FeatureHost } from '../feature';
import type { OpenDocument } from '../openDocument';

/** Tells the client what a document holds, after each finished check. */
export function sendStatus({ connection }: FeatureHost, document: OpenDocument, report: Report) {
  const { table, uri } = document;
  const { counts, leftOut } = report;
  const status: DocumentStatus = {
    uri,
    forms: formsOf(table).map(form => form.title),
    lines: table.lines,
    records: table.records,
    errors: counts.error,
    warnings: counts.warning,
    informations: counts.information,
    hints: counts.hint,
    reduced:
      leftOut > 0 ? [`${leftOut.toLocaleString('en-US')} problems are counted, not listed`] : [],
  };
  void connection.sendNotification(STATUS_NOTIFICATION, status);
}
