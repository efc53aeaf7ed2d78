// search.mjs SOCKET QUERY: two pages of hits, the first document, and a problem; with Node alone.

import http from "node:http";

const [socketPath, query] = process.argv.slice(2);

/// Asks for a path with parameters; throws the problem of an answer that is none.
function ask(path, parameters = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get({ socketPath, path: `${path}?${new URLSearchParams(parameters)}` }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      const answer = JSON.parse(Buffer.concat(parts));
      if (response.statusCode === 200) resolve(answer);
      else reject(answer);
    });
    request.on("error", reject);
  });
}

// JavaScript counts code units of UTF-16: with offsets=utf16, text.slice(start, end) is what a highlight marks.
const search = { q: query, limit: 2, offsets: "utf16" };
const answer = await ask("/v1/search", search);
if (answer.hits.length === 0) {
  console.error("nothing was found");
  process.exit(1);
}
const hits = [...answer.hits];
if (answer.next) hits.push(...(await ask("/v1/search", { ...search, cursor: answer.next })).hits);
for (const hit of hits) console.log(hit.id, hit.title);

const document = await ask(`/v1/documents/${encodeURIComponent(answer.hits[0].id)}`);
console.log(`document: ${document.title}, ${document.lines.length} paragraphs`);

try {
  await ask("/v1/search", { ...search, limit: 1001 });
} catch (problem) {
  console.log("problem:", problem.status, problem.type);
}
