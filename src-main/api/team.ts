import { approvalStates, giveApproval } from '#main/core/team/approvals.ts';
import {
  commentsForMe,
  removeComment,
  resolveComment,
  restoreComment,
  saveComment,
} from '#main/core/team/comments.ts';
import { removeMember, saveMember, setPin, switchMember } from '#main/core/team/members.ts';
import { listTasks, removeTask, saveTask, setTaskDone } from '#main/core/team/tasks.ts';
import { currentTeam, type TeamContext } from '#main/core/team/team.ts';
import type { AreaHandlers } from './handlers.ts';

/** The team on this laptop, and what its members say, do and agree to. */
export function createTeamHandlers(
  context: TeamContext,
): AreaHandlers<'team'> &
  AreaHandlers<'comments'> &
  AreaHandlers<'tasks'> &
  AreaHandlers<'approvals'> &
  AreaHandlers<'audit'> {
  const repositories = () => context.holder.current().repositories;
  return {
    'team.current': () => currentTeam(context),
    'team.switch': (input) => switchMember(context, input),
    'team.saveMember': (input) => saveMember(context, input),
    'team.removeMember': (input) => removeMember(context, input),
    'team.setPin': (input) => setPin(context, input),
    'comments.list': ({ subject }) => repositories().comments.list(subject),
    'comments.save': (input) => saveComment(context, input),
    'comments.resolve': (input) => resolveComment(context, input),
    'comments.remove': (input) => removeComment(context, input),
    'comments.restore': (input) => restoreComment(context, input),
    'comments.counts': ({ kind, ids }) => repositories().comments.openThreads(kind, ids),
    'comments.mine': (input) => commentsForMe(context, input),
    'tasks.list': (input) => listTasks(context, input),
    'tasks.save': (input) => saveTask(context, input),
    'tasks.done': (input) => setTaskDone(context, input),
    'tasks.remove': (input) => removeTask(context, input),
    'approvals.state': (input) => approvalStates(context, input),
    'approvals.give': (input) => giveApproval(context, input),
    'audit.list': (input) => repositories().audit.list(input),
  };
}
