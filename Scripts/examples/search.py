"""search.py SOCKET QUERY: two pages of hits, the first document, and a problem; with the standard library."""

import http.client
import json
import socket
import sys
import urllib.parse


class Problem(Exception):
    """An answer that is none: problem details as RFC 9457 has them."""


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost")
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)

    def ask(self, path, **parameters):
        self.request("GET", urllib.parse.quote(path, safe="/") + "?" + urllib.parse.urlencode(parameters))
        response = self.getresponse()
        answer = json.load(response)
        if response.status != 200:
            raise Problem(answer)
        return answer


def main(path, query):
    daemon = UnixConnection(path)
    answer = daemon.ask("/v1/search", q=query, limit=2)
    if not answer["hits"]:
        sys.exit("nothing was found")
    first = answer["hits"][0]["id"]
    hits = answer["hits"]
    if answer["next"]:
        hits += daemon.ask("/v1/search", q=query, limit=2, cursor=answer["next"])["hits"]
    for hit in hits:
        print(hit["id"], hit["title"])
    document = daemon.ask("/v1/documents/" + first)
    print(f"document: {document['title']}, {len(document['lines'])} paragraphs")
    try:
        daemon.ask("/v1/search", q=query, limit=1001)
    except Problem as error:
        problem = error.args[0]
        print("problem:", problem["status"], problem["type"])


main(*sys.argv[1:])
