import type { Job } from '#shared/domain/job.ts';
import type { Manner } from './context.ts';

/** Width of the bar on a terminal, in characters. */
const barWidth = 24;

/** Milliseconds between two lines where there is no terminal to redraw on. */
const lineInterval = 1000;

function timeLeft(seconds: number | null, language: Manner['language']): string {
  if (seconds === null) return '';
  const whole = Math.ceil(seconds);
  const clock =
    whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return language === 'zh' ? `  剩余 ${clock}` : `  ${clock} left`;
}

/** Progress on standard error: a live bar on a terminal, one line a second otherwise, nothing when quiet. */
export function createProgressLine(manner: Manner): { show(job: Job): void; clear(): void } {
  const terminal = process.stderr.isTTY === true;
  let last = 0;
  let shown = false;
  return {
    show(job) {
      if (manner.quiet || job.state !== 'running' || job.total <= 0) return;
      const share = Math.min(1, job.done / job.total);
      const percent = `${Math.round(share * 100)}%`.padStart(4);
      const label = (job.stage ?? job.title)[manner.language];
      const rest = `${percent}  ${label}${timeLeft(job.secondsLeft, manner.language)}`;
      if (terminal) {
        const filled = Math.round(share * barWidth);
        process.stderr.write(`\r\u001b[2K${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${rest}`);
        shown = true;
      } else if (Date.now() - last >= lineInterval) {
        last = Date.now();
        process.stderr.write(`${rest}\n`);
      }
    },
    clear() {
      if (shown) process.stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
