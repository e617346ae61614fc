import { z } from 'zod';

/** A sentence in both interface languages. */
export const bilingualSchema = z.object({ en: z.string(), zh: z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

export const failureCodes = [
  'not-found',
  'invalid-input',
  'conflict',
  'cancelled',
  'missing-tool',
  'unreadable-file',
  'disk-full',
  'unavailable',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/**
 * An error as data: a class instance loses its class and code when it is cloned across processes,
 * so only this shape ever leaves a process.
 */
export const failureSchema = z.object({
  code: z.enum(failureCodes),
  message: bilingualSchema,
  detail: z.unknown().optional(),
  /** Ties an internal failure to the line in the log that holds its stack. */
  errorId: z.string().optional(),
});
export type Failure = z.infer<typeof failureSchema>;

/** The one error class of the studio core; everything else that is thrown becomes `internal`. */
export class GalleyError extends Error {
  readonly code: FailureCode;
  readonly sentence: Bilingual;
  readonly detail: unknown;

  constructor(code: FailureCode, sentence: Bilingual, detail?: unknown) {
    super(sentence.en);
    this.name = 'GalleyError';
    this.code = code;
    this.sentence = sentence;
    this.detail = detail;
  }
}

/** True for a cancellation raised by an AbortSignal or by us. */
export function isCancellation(error: unknown): boolean {
  if (error instanceof GalleyError) return error.code === 'cancelled';
  return error instanceof Error && error.name === 'AbortError';
}

export function cancelled(): GalleyError {
  return new GalleyError('cancelled', { en: 'Cancelled.', zh: '已取消。' });
}

const systemCodes: Record<string, { code: FailureCode; sentence: Bilingual }> = {
  ENOSPC: {
    code: 'disk-full',
    sentence: {
      en: 'The disk is full. Free some space and try again; nothing half-written was kept.',
      zh: '磁盘已满。请清理空间后重试；没有留下未写完的文件。',
    },
  },
  EROFS: {
    code: 'unavailable',
    sentence: {
      en: 'This place is read-only. Choose a folder you can write to.',
      zh: '此位置为只读。请选择可以写入的文件夹。',
    },
  },
  EACCES: {
    code: 'unavailable',
    sentence: {
      en: 'No permission to use this file or folder. Check its permissions or choose another place.',
      zh: '没有权限使用此文件或文件夹。请检查权限或另选位置。',
    },
  },
  EPERM: {
    code: 'unavailable',
    sentence: {
      en: 'No permission to use this file or folder. Check its permissions or choose another place.',
      zh: '没有权限使用此文件或文件夹。请检查权限或另选位置。',
    },
  },
  ENOENT: {
    code: 'not-found',
    sentence: {
      en: 'The file or folder is not there. Check the name and try again.',
      zh: '找不到该文件或文件夹。请检查名称后重试。',
    },
  },
  EISDIR: {
    code: 'unreadable-file',
    sentence: {
      en: 'This is a folder, not a file. Choose a file.',
      zh: '这是文件夹而不是文件。请选择文件。',
    },
  },
};

/** Any thrown value as data. `errorId` is given to failures of unknown cause. */
export function toFailure(error: unknown, errorId?: string): Failure {
  if (error instanceof GalleyError) {
    return error.detail === undefined
      ? { code: error.code, message: error.sentence }
      : { code: error.code, message: error.sentence, detail: error.detail };
  }
  if (isCancellation(error)) return { code: 'cancelled', message: cancelled().sentence };
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = systemCodes[systemCode];
  if (known) return { code: known.code, message: known.sentence };
  return {
    code: 'internal',
    message: {
      en: 'Something went wrong inside Galley. Your work is safe; try again, and report the error number if it stays.',
      zh: 'Galley 内部出错。你的内容没有丢失；请重试，若仍出现请附上错误编号反馈。',
    },
    ...(errorId === undefined ? {} : { errorId }),
  };
}

/** The error itself where it is one for people, else one that says that something went wrong. */
export function asGalleyError(error: unknown): GalleyError {
  if (error instanceof GalleyError) return error;
  const { code, message } = toFailure(error);
  return new GalleyError(code, message);
}
