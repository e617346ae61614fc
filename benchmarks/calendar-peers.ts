/// <reference types="vite/client" />
/** Runs in a page: two other calendars with the same posts, driven by buttons. */
import { MantineProvider } from '@mantine/core';
import { MonthView } from '@mantine/schedule';
import { Calendar } from '@fullcalendar/core';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/schedule/styles.css';

export interface PeerPost {
  id: string;
  title: string;
  /** `YYYY-MM-DDTHH:mm` */
  start: string;
}

const mantineRoot = createRoot(document.querySelector('#mantine') as Element);
let calendar: Calendar | null = null;
let all: readonly PeerPost[] = [];

declare global {
  interface Window {
    /** Reads the posts of a FullCalendar, and those of the month, which `@mantine/schedule` can show. */
    readPosts(posts: readonly PeerPost[], month: string): void;
  }
}

/** Work is done by clicks, so that the browser counts its script as it does ours. */
function onClick(id: string, work: () => void): void {
  document.querySelector(`#${id}`)?.addEventListener('click', work);
}

window.readPosts = (posts, month) => {
  all = posts;
  calendar = new Calendar(document.querySelector('#full') as HTMLElement, {
    plugins: [dayGrid, interaction],
    initialView: 'dayGridWeek',
    initialDate: `${month}-10`,
    editable: true,
    dayMaxEvents: true,
    height: 820,
    events: posts.map((post) => ({ ...post })),
  });
  calendar.render();
  const events = posts
    .filter(({ start }) => start.startsWith(month))
    .map(({ id, title, start }) => {
      const at = `${start.replace('T', ' ')}:00`;
      return { id, title, color: 'blue', start: at, end: at };
    });
  onClick('mantine-month', () => {
    const view = createElement(MonthView, { date: `${month}-01`, events, withEventsDragAndDrop: true });
    flushSync(() => mantineRoot.render(createElement(MantineProvider, null, view)));
  });
};
onClick('mantine-none', () => flushSync(() => mantineRoot.render(null)));
onClick('full-month', () => calendar?.changeView('dayGridMonth'));
onClick('full-week', () => calendar?.changeView('dayGridWeek'));
document.querySelector('#full-filter')?.addEventListener('input', (event) => {
  const word = (event.target as HTMLInputElement).value;
  const shown = all.filter(({ title }) => title.includes(word));
  calendar?.batchRendering(() => {
    calendar?.removeAllEventSources();
    calendar?.addEventSource(shown.map((post) => ({ ...post })));
  });
});
