import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/id.ts';
import type { Task } from '#shared/team/task.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { titleOf } from './comments.ts';

function requireTask(repositories: Repositories, id: string): Task {
  const task = repositories.tasks.get(id);
  if (task) return task;
  throw new GalleyError('not-found', {
    en: 'This task is no longer there. Reload the list.',
    zh: '此任务已不存在。请重新载入列表。',
  });
}

function write({ holder, events }: RecordContext, task: Task): Task {
  holder.current().repositories.tasks.write(task);
  events.emit('records.changed', { kind: 'task', ids: [task.id] });
  return task;
}

export function listTasks(
  { holder }: RecordContext,
  input: ParsedInput<'tasks.list'>,
): CallOutput<'tasks.list'> {
  const { repositories } = holder.current();
  return repositories.tasks
    .list(input)
    .map((task) => ({ ...task, subjectTitle: task.subject ? titleOf(repositories, task.subject) : '' }));
}

export function saveTask(
  context: RecordContext,
  { id, ...fields }: ParsedInput<'tasks.save'>,
): CallOutput<'tasks.save'> {
  const { repositories } = context.holder.current();
  if (id === undefined) {
    return write(context, {
      ...fields,
      id: newId(),
      doneAt: null,
      createdAt: context.clock.now().toISOString(),
    });
  }
  return write(context, { ...requireTask(repositories, id), ...fields });
}

export function setTaskDone(
  context: RecordContext,
  { id, done }: ParsedInput<'tasks.done'>,
): CallOutput<'tasks.done'> {
  const task = requireTask(context.holder.current().repositories, id);
  return write(context, { ...task, doneAt: done ? context.clock.now().toISOString() : null });
}

export function removeTask(
  { holder, events }: RecordContext,
  { id }: ParsedInput<'tasks.remove'>,
): CallOutput<'tasks.remove'> {
  const { repositories } = holder.current();
  requireTask(repositories, id);
  repositories.tasks.remove(id);
  events.emit('records.changed', { kind: 'task', ids: [id] });
  return {};
}
