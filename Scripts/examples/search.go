// search.go SOCKET QUERY: two pages of hits, the first document, and a problem; with the standard library.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
)

// Problem is an answer that is none: problem details as RFC 9457 has them.
type Problem struct {
	Type   string `json:"type"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func (problem *Problem) Error() string { return problem.Detail }

// Members that are not named here are passed over, which is what the API asks of clients.
type searchAnswer struct {
	Hits []struct {
		ID    string  `json:"id"`
		Title *string `json:"title"`
	} `json:"hits"`
	Next *string `json:"next"`
}

type document struct {
	Title *string `json:"title"`
	Lines []int   `json:"lines"`
}

type daemon struct{ client http.Client }

func dial(socket string) *daemon {
	dialer := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", socket)
	}
	return &daemon{http.Client{Transport: &http.Transport{DialContext: dialer}}}
}

func (daemon *daemon) ask(path string, parameters url.Values, answer any) error {
	response, err := daemon.client.Get("http://localhost" + path + "?" + parameters.Encode())
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		var problem Problem
		if err := json.NewDecoder(response.Body).Decode(&problem); err != nil {
			return err
		}
		return &problem
	}
	return json.NewDecoder(response.Body).Decode(answer)
}

func text(value *string) string {
	if value == nil {
		return ""
	}
	return *value
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	daemon := dial(os.Args[1])
	search := url.Values{"q": {os.Args[2]}, "limit": {"2"}}
	var answer, page searchAnswer
	check(daemon.ask("/v1/search", search, &answer))
	if len(answer.Hits) == 0 {
		log.Fatal("nothing was found")
	}
	if answer.Next != nil {
		search.Set("cursor", *answer.Next)
		check(daemon.ask("/v1/search", search, &page))
	}
	for _, hit := range append(answer.Hits, page.Hits...) {
		fmt.Println(hit.ID, text(hit.Title))
	}
	var first document
	check(daemon.ask("/v1/documents/"+url.PathEscape(answer.Hits[0].ID), nil, &first))
	fmt.Printf("document: %s, %d paragraphs\n", text(first.Title), len(first.Lines))
	search.Set("limit", "1001")
	var problem *Problem
	if err := daemon.ask("/v1/search", search, &page); errors.As(err, &problem) {
		fmt.Println("problem:", problem.Status, problem.Type)
	}
}
