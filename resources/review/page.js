/*
 * The one script of a review package. It runs from file:// with nothing else around it: no network, no library.
 * Everything the reviewer writes is put on the page as text, never as markup.
 */
(() => {
  'use strict';
  const review = JSON.parse(document.getElementById('galley-review').textContent);
  const words = review.words;
  const storageKey = `galley-review-${review.id}`;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

  /** A random UUID (version 4); `crypto.randomUUID` is missing in some browsers on file://. */
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }
  const now = () => new Date().toISOString();
  const blank = () => ({ id: newId(), name: '', posts: {} });

  let keeps = true;
  let unsaved = false;

  function readDraft() {
    try {
      const draft = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
      if (draft && typeof draft.id === 'string' && typeof draft.posts === 'object') return draft;
    } catch {
      keeps = false;
    }
    return blank();
  }
  const draft = readDraft();
  const answerTo = (id) => {
    draft.posts[id] ??= { decision: null, comments: [], text: '', pin: null };
    return draft.posts[id];
  };

  function keep() {
    unsaved = true;
    try {
      localStorage.setItem(storageKey, JSON.stringify(draft));
    } catch {
      keeps = false;
    }
    progress();
  }

  const bar = document.querySelector('.bar');
  const nameField = document.getElementById('reviewer');
  const status = bar.querySelector('.status');
  function say(text, urgent) {
    status.textContent = text;
    status.toggleAttribute('data-urgent', urgent === true);
  }
  function progress() {
    const done = review.posts.filter(({ id }) => {
      const answer = draft.posts[id];
      return answer && (answer.decision || answer.comments.length > 0);
    }).length;
    bar.querySelector('.progress').textContent = fill(words.progress, { done, all: review.posts.length });
  }

  /** @returns the numbered mark of a place on a picture */
  function markOf(place, label, pending) {
    const mark = document.createElement('span');
    mark.className = pending ? 'pin pending' : 'pin';
    mark.textContent = label;
    mark.setAttribute('aria-hidden', 'true');
    mark.style.left = `${place.x * 100}%`;
    mark.style.top = `${place.y * 100}%`;
    return mark;
  }

  function setUp(article) {
    const answer = answerTo(article.dataset.post);
    const field = article.querySelector('textarea');
    const list = article.querySelector('.comments');
    const pinned = article.querySelector('.pinned');
    const figures = [...article.querySelectorAll('figure')];
    const figureOf = (key) => figures.find((figure) => figure.dataset.picture === key);
    const numberOf = (key) => figures.findIndex((figure) => figure.dataset.picture === key) + 1;

    function drawPins() {
      for (const mark of article.querySelectorAll('.pin')) mark.remove();
      answer.comments.forEach((comment, index) => {
        if (!comment.place) return;
        figureOf(comment.place.picture)
          ?.querySelector('.picture')
          ?.append(markOf(comment.place, String(index + 1), false));
      });
      if (answer.pin) {
        figureOf(answer.pin.picture)
          ?.querySelector('.picture')
          ?.append(markOf(answer.pin, '+', true));
        pinned.querySelector('span').textContent = fill(words.onPicture, {
          number: numberOf(answer.pin.picture),
        });
      }
      pinned.hidden = !answer.pin;
    }
    function drawComments() {
      list.replaceChildren(
        ...answer.comments.map((comment, index) => {
          const item = document.createElement('li');
          if (comment.place) {
            const where = document.createElement('span');
            where.className = 'where';
            where.textContent = `${index + 1} · ${fill(words.onPicture, { number: numberOf(comment.place.picture) })}`;
            item.append(where);
          }
          const said = document.createElement('p');
          said.className = 'said';
          said.dir = 'auto';
          said.textContent = comment.text;
          const remove = document.createElement('button');
          remove.type = 'button';
          remove.className = 'plain';
          remove.textContent = words.remove;
          remove.addEventListener('click', () => {
            answer.comments.splice(answer.comments.indexOf(comment), 1);
            keep();
            draw();
            field.focus();
          });
          item.append(said, remove);
          return item;
        }),
      );
    }
    function drawDecision() {
      for (const button of article.querySelectorAll('[data-decision]'))
        button.setAttribute('aria-pressed', String(answer.decision?.decision === button.dataset.decision));
    }
    function draw() {
      drawComments();
      drawPins();
      drawDecision();
    }

    for (const button of article.querySelectorAll('[data-decision]')) {
      button.addEventListener('click', () => {
        const decision = button.dataset.decision;
        answer.decision =
          answer.decision?.decision === decision ? null : { id: newId(), decision, at: now() };
        keep();
        drawDecision();
        if (decision === 'changes' && answer.decision && answer.comments.length === 0) field.focus();
      });
    }

    function addComment() {
      const text = field.value.trim();
      if (text === '') return;
      answer.comments.push({ id: newId(), text, at: now(), place: answer.pin });
      answer.text = '';
      answer.pin = null;
      field.value = '';
      keep();
      draw();
    }
    article.addCommentInWriting = addComment;
    article.querySelector('[data-add]').addEventListener('click', () => {
      addComment();
      field.focus();
    });
    article.querySelector('[data-unpin]').addEventListener('click', () => {
      answer.pin = null;
      keep();
      drawPins();
      field.focus();
    });
    field.value = answer.text;
    field.addEventListener('input', () => {
      answer.text = field.value;
      keep();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        addComment();
      }
    });

    const within = (value) => Math.min(1, Math.max(0, Math.round(value * 10000) / 10000));
    for (const figure of figures) {
      const picture = figure.querySelector('.picture');
      if (!picture) continue;
      const pinAt = (x, y) => {
        answer.pin = { picture: figure.dataset.picture, x: within(x), y: within(y) };
        keep();
        drawPins();
      };
      picture.addEventListener('click', (event) => {
        const box = picture.getBoundingClientRect();
        // Enter and Space click without a place: the mark begins in the middle and the arrow keys move it.
        if (event.detail === 0) {
          if (answer.pin?.picture === figure.dataset.picture) field.focus();
          else pinAt(0.5, 0.5);
          return;
        }
        pinAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
        field.focus({ preventScroll: true });
        field.scrollIntoView({ block: 'nearest' });
      });
      picture.addEventListener('keydown', (event) => {
        const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
        const step = steps[event.key];
        if (!step || answer.pin?.picture !== figure.dataset.picture) return;
        event.preventDefault();
        const by = event.shiftKey ? 0.1 : 0.02;
        pinAt(answer.pin.x + step[0] * by, answer.pin.y + step[1] * by);
      });
    }
    draw();
  }

  const articles = [...document.querySelectorAll('article[data-post]')];

  function answered() {
    return review.posts.flatMap(({ id, shown }) => {
      const answer = draft.posts[id];
      if (!answer || (!answer.decision && answer.comments.length === 0)) return [];
      return [{ id, shown, decision: answer.decision, comments: answer.comments }];
    });
  }

  /** A text as part of a file's name on every system. */
  const fileWords = (text, length) =>
    text
      .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
      .trim()
      .slice(0, length);

  function save() {
    // Words that were written and not added are meant all the same.
    for (const article of articles) article.addCommentInWriting();
    draft.name = nameField.value.trim();
    const posts = answered();
    if (posts.length === 0) return say(words.nothingYet, true);
    if (draft.name === '') {
      nameField.focus();
      return say(words.needName, true);
    }
    // The name of what was saved before stays, also when somebody else goes on in this browser.
    for (const { decision, comments } of posts) {
      if (decision) decision.by ??= draft.name;
      for (const comment of comments) comment.by ??= draft.name;
    }
    const answer = {
      kind: 'galley-review-answer',
      version: 1,
      id: draft.id,
      review: review.id,
      name: draft.name,
      savedAt: now(),
      posts,
    };
    const title = fileWords(review.title, 80) || 'review';
    const file = `${words.file}-${title}-${fileWords(draft.name, 40)}.galley-review.json`;
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(answer, null, 1)}\n`], { type: 'application/json' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = file;
    document.body.append(link);
    link.click();
    link.remove();
    // Safari reads the address only after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    keep();
    unsaved = false;
    say(fill(words.saved, { file }), false);
  }

  for (const part of document.querySelectorAll('[data-scripted]')) part.hidden = false;
  for (const article of articles) setUp(article);
  nameField.value = draft.name;
  nameField.addEventListener('input', () => {
    draft.name = nameField.value.trim();
    keep();
  });
  bar.querySelector('.save').addEventListener('click', save);
  window.addEventListener('beforeunload', (event) => {
    if (unsaved && !keeps) event.preventDefault();
  });
  try {
    localStorage.setItem(`${storageKey}-try`, '1');
    localStorage.removeItem(`${storageKey}-try`);
  } catch {
    keeps = false;
  }
  progress();
  say(keeps ? words.kept : words.notKept, !keeps);
})();
