/** Ids of commands that other parts of the client run. */
export const RESTART_SERVER = 'flowlog.restartServer';
export const SHOW_CHECKS = 'flowlog.showChecks';
export const SHOW_OUTPUT = 'flowlog.showOutput';
