/** Ids of commands that other parts of the client run. */
export const EXPLAIN_REACHABILITY = 'flowlog.explainReachability';
export const RESTART_SERVER = 'flowlog.restartServer';
export const SHOW_CHECKS = 'flowlog.showChecks';
export const SHOW_OUTPUT = 'flowlog.showOutput';
export const SHOW_SUMMARY = 'flowlog.showSummary';
