"use strict";
// Filters, keys and decisions for the page. Without this script the page shows everything, unfolded.
const page = document.documentElement;
// The table is laid out once it is folded: ten thousand rows take seconds.
page.classList.add("js", "loading");
document.addEventListener("DOMContentLoaded", () => {
  const main = document.querySelector("main");
  const body = document.querySelector(".beads tbody");
  const rows = [...body.querySelectorAll("tr[data-row]")];
  const entries = [...document.querySelectorAll(".index li")];
  const filters = document.querySelector("#filters");
  const bar = new ResizeObserver(() => page.style.setProperty("--bar", `${filters.offsetHeight}px`));
  bar.observe(filters);
  const status = document.querySelector("#shown");
  const help = document.querySelector("#help");
  const columns = body.closest("table").tHead.rows[0].cells.length;

  const severities = [...filters.querySelectorAll("input[name=severity]")];
  const field = (name) => filters.elements[name];

  /** What the controls ask for. */
  const wanted = () => ({
    severities: new Set(severities.filter((box) => box.checked).map((box) => box.value)),
    check: field("check").value,
    speaker: field("speaker").value,
    text: field("text").value.trim().toLocaleLowerCase(),
    all: field("all").checked,
  });

  const suits = (finding, want) =>
    want.severities.has(finding.dataset.severity) && (!want.check || finding.dataset.check === want.check);

  /** Whether a row is asked for by itself, not as context. */
  const isMatch = (row, want) => {
    if (want.speaker && row.dataset.speaker !== want.speaker) return false;
    if (want.text && !row.textContent.toLocaleLowerCase().includes(want.text)) return false;
    const findings = [...row.querySelectorAll(".finding")];
    if (findings.some((finding) => suits(finding, want))) return true;
    const asksForFindings = want.check || severities.some((box) => !box.checked);
    return (want.all || want.text) && !asksForFindings;
  };

  const foldRow = (hidden) => {
    const row = document.createElement("tr");
    row.className = "fold";
    const cell = row.insertCell();
    cell.colSpan = columns;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = hidden.length === 1 ? "Show 1 more row" : `Show ${hidden.length} more rows`;
    button.addEventListener("click", () => {
      hidden.forEach((each) => { each.hidden = false; });
      row.remove();
      hidden[0].focus();
    });
    cell.append(button);
    return row;
  };

  // Laying out thousands of rows takes seconds: so many are shown at first, and more when they are asked for.
  const stretch = 150;
  let most = stretch;

  const moreRow = (left) => {
    const row = foldRow([]);
    const button = row.querySelector("button").cloneNode();
    button.textContent = `Show more: ${left} rows with what you ask for are left`;
    button.addEventListener("click", () => { more(); });
    row.cells[0].replaceChildren(button);
    row.classList.add("more");
    return row;
  };

  /** Shows the next stretch, and goes to its first row. */
  const more = () => {
    const before = new Set(rows.filter((row) => !row.hidden));
    most += stretch;
    update();
    rows.find((row) => !row.hidden && !before.has(row))?.focus();
  };

  /** Shows what is asked for with one row of context, folds the rest. */
  const update = () => {
    const want = wanted();
    body.querySelectorAll(".fold").forEach((row) => row.remove());
    const isAsked = rows.map((row) => isMatch(row, want));
    const hasContext = !want.all && !want.text && !want.speaker;
    let hidden = [];
    let asked = 0;
    let last = null;
    rows.forEach((row, index) => {
      asked += isAsked[index] ? 1 : 0;
      const isShown =
        asked <= most && (isAsked[index] || (hasContext && (isAsked[index - 1] || isAsked[index + 1])));
      row.hidden = !isShown;
      row.querySelectorAll(".finding").forEach((finding) => { finding.hidden = !suits(finding, want); });
      if (isShown && hidden.length > 0) {
        row.before(foldRow(hidden));
        hidden = [];
      } else if (!isShown) {
        hidden.push(row);
      }
      if (isShown) last = row;
    });
    if (asked > most) last.after(moreRow(asked - most));
    else if (hidden.length > 0) body.append(foldRow(hidden));
    const speakers = [...body.querySelectorAll("tr.speaker")];
    speakers.forEach((heading) => {
      heading.hidden = true;
      for (let row = heading.nextElementSibling; row && !row.matches(".speaker"); row = row.nextElementSibling) {
        if (!row.hidden) { heading.hidden = false; break; }
      }
    });
    let count = 0;
    entries.forEach((entry) => {
      const row = document.getElementById(entry.dataset.finding)?.closest("tr");
      entry.hidden = !(row && suits(entry, want) && isMatch(row, want));
      if (!entry.hidden) count += 1;
    });
    status.textContent = `${count} of ${entries.length} findings shown`;
    remember(want);
  };

  /** Keeps the filters in the address, so that a view can be sent to somebody. */
  const remember = (want) => {
    const query = new URLSearchParams();
    if (severities.some((box) => !box.checked)) query.set("severity", [...want.severities].join(","));
    if (want.check) query.set("check", want.check);
    if (want.speaker) query.set("speaker", want.speaker);
    if (want.text) query.set("text", field("text").value.trim());
    if (want.all) query.set("show", "all");
    const text = query.toString();
    history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    if (query.has("severity")) {
      const kept = query.get("severity").split(",");
      severities.forEach((box) => { box.checked = kept.includes(box.value); });
    }
    for (const name of ["check", "speaker", "text"]) {
      if (query.has(name)) field(name).value = query.get(name);
    }
    field("all").checked = query.get("show") === "all";
  };

  /** Brings a row or finding into view, unfolding it. */
  const reveal = () => {
    const place = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const row = place?.closest("tr[data-row]");
    if (!row) return;
    row.hidden = false;
    if (place.matches(".finding")) place.hidden = false;
    row.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
  };

  /** Moves to the next or previous of some places. */
  const step = (places, direction) => {
    const seen = places.filter((place) => !place.hidden && !place.closest("[hidden]"));
    if (seen.length === 0) return;
    const here = document.activeElement;
    let index = seen.indexOf(here);
    if (index < 0) {
      const before = seen.filter((place) => place.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
      index = body.contains(here) ? before.length - (direction > 0 ? 1 : 0) : (direction > 0 ? -1 : seen.length);
    }
    const next = seen[Math.min(Math.max(index + direction, 0), seen.length - 1)];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };

  const keys = {
    j: () => step(rows, 1),
    k: () => step(rows, -1),
    n: () => {
      const here = document.activeElement;
      step([...body.querySelectorAll(".finding")], 1);
      if (document.activeElement === here && body.querySelector(".more")) {
        more();
        step([...body.querySelectorAll(".finding")], 1);
      }
    },
    p: () => step([...body.querySelectorAll(".finding")], -1),
    ArrowRight: () => stepWord(1),
    ArrowLeft: () => stepWord(-1),
    "/": () => field("text").focus(),
    "?": () => (help.open ? help.close() : help.showModal()),
  };
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input[type=search], input[type=text], select, textarea");
    if (isTyping && event.key === "Escape") event.target.blur();
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Which word answers to which: words become elements when their row is first pointed at.
  const linkedRows = new WeakMap();

  /** Puts a stretch of a cell's text into elements, one for each text node that it crosses. */
  const wrap = (cell, places) => {
    const words = places.map(() => []);
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    let end = 0;
    let first = 0;
    for (let node of nodes) {
      let start = end;
      end += node.length;
      while (first < places.length && places[first][1] <= start) first += 1;
      for (let index = first; index < places.length && places[index][0] < end; index += 1) {
        const from = Math.max(places[index][0], start);
        const rest = node.splitText(from - start);
        node = rest.splitText(Math.min(places[index][1], end) - from);
        start = end - node.length;
        const word = document.createElement("span");
        rest.replaceWith(word);
        word.append(rest);
        words[index].push(word);
      }
    }
    return words;
  };

  const linksOf = (row) => {
    if (!linkedRows.has(row)) {
      const [source, target, pairs] = row.dataset.links.split("|").map((list) => list.split(" ").filter(Boolean));
      const places = (list) => list.map((place) => place.split("-").map(Number));
      const words = [wrap(row.cells[1], places(source)), wrap(row.cells[columns - 2], places(target))];
      const numbers = pairs.map((pair) => pair.split(":").map(Number));
      linkedRows.set(row, { words, numbers, at: -1 });
    }
    return linkedRows.get(row);
  };

  const unlink = () => body.querySelectorAll(".linked").forEach((word) => word.classList.remove("linked"));

  /** Marks a word and its counterparts. */
  const showLinks = (links, side, number) => {
    unlink();
    const pairs = links.numbers.filter((pair) => pair[side] === number);
    pairs.forEach((pair) => pair.forEach((word, each) => {
      links.words[each][word]?.forEach((element) => element.classList.add("linked"));
    }));
  };

  body.addEventListener("mouseover", (event) => {
    const row = event.target.closest("tr[data-links]");
    if (!row) return;
    const links = linksOf(row);
    const element = document.elementFromPoint(event.clientX, event.clientY);
    for (const side of [0, 1]) {
      const number = links.words[side].findIndex((elements) => elements.includes(element));
      if (number >= 0) return showLinks(links, side, number);
    }
    unlink();
  });
  body.addEventListener("mouseleave", unlink);
  body.addEventListener("focusout", unlink);

  /** From the keys: the next or previous word of the row that has a counterpart. */
  const stepWord = (direction) => {
    const row = document.activeElement.closest("tr[data-links]");
    if (!row) return;
    const links = linksOf(row);
    const linked = [...new Set(links.numbers.map((pair) => pair[0]))].sort((a, b) => a - b);
    links.at = Math.min(Math.max(links.at + direction, 0), linked.length - 1);
    showLinks(links, 0, linked[links.at]);
  };

  // Decisions: what a reviewer accepts here is saved as a baseline, one entry a line.
  const decisions = new Map();
  const save = document.querySelector("#save");
  const showDecisions = () => {
    save.textContent = decisions.size === 1 ? "Save 1 decision" : `Save ${decisions.size} decisions`;
    save.disabled = decisions.size === 0;
  };
  // A form is made when it is asked for: hundreds of them take the browser seconds.
  body.addEventListener("toggle", (event) => {
    const details = event.target;
    if (!details.open || details.querySelector("form")) return;
    details.append(document.querySelector("#accept").content.cloneNode(true));
  }, true);
  body.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const finding = form.closest(".finding");
    const reason = form.elements.reason.value.trim();
    const button = form.querySelector("button");
    if (decisions.delete(finding.id)) {
      finding.classList.remove("accepted");
      button.textContent = "Accept";
    } else if (reason) {
      decisions.set(finding.id, {
        check: finding.dataset.check, count: 1, fingerprint: finding.dataset.fingerprint,
        message: finding.querySelector(".message").textContent, path: main.dataset.target, reason,
      });
      finding.classList.add("accepted");
      button.textContent = "Take back";
    }
    showDecisions();
  });
  save.addEventListener("click", () => {
    const head = { program: main.dataset.program, type: "dragoman-baseline", version: 1 };
    const lines = [head, ...decisions.values()].map((each) => JSON.stringify(each) + "\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
    link.download = "decisions.jsonl";
    link.click();
    URL.revokeObjectURL(link.href);
  });

  const start = () => {
    most = stretch;
    update();
  };
  window.addEventListener("beforeprint", () => {
    most = Infinity;
    update();
  });
  filters.addEventListener("input", start);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(start));
  document.querySelector("#close").addEventListener("click", () => help.close());
  window.addEventListener("hashchange", reveal);
  recall();
  showDecisions();
  update();
  page.classList.remove("loading");
  reveal();
});
