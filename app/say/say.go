// Package say holds sentences for people, in both languages of the program, and problems: what
// happened, to what, and what to do about it.
//
// A Text carries both languages until somebody is looked in the face; the window and the command
// line choose with In. Start reading at T and Problem.
package say

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// Lang is a language of the interface.
type Lang uint8

// The languages of the interface.
const (
	Chinese Lang = iota
	English
)

// Text is one sentence in both languages.
type Text struct{ ZH, EN string }

// T makes a Text.
func T(zh, en string) Text { return Text{zh, en} }

// In is the sentence in one language.
func (t Text) In(l Lang) string {
	if l == English {
		return t.EN
	}
	return t.ZH
}

// With fills in the verbs of both sentences as fmt.Sprintf does. An argument that is a Text is
// given in the sentence's own language.
func (t Text) With(args ...any) Text {
	fill := func(l Lang, format string) string {
		own := make([]any, len(args))
		for i, a := range args {
			if s, ok := a.(Text); ok {
				a = s.In(l)
			}
			own[i] = a
		}
		return fmt.Sprintf(format, own...)
	}
	return Text{fill(Chinese, t.ZH), fill(English, t.EN)}
}

// Zero says whether there is nothing to say.
func (t Text) Zero() bool { return t == Text{} }

// Problem is an error that a person sees.
type Problem struct {
	Subject string // the file, page or word that it happened to; may be empty
	What    Text   // what happened: follows the subject
	Do      Text   // what to do
	Err     error  // the cause, for the log; may be nil
}

// In is the whole problem in one language: "小报.txt：不是文本文件。请…".
func (p *Problem) In(l Lang) string {
	colon, stop := "：", "。"
	if l == English {
		colon, stop = ": ", ". "
	}
	var b strings.Builder
	if p.Subject != "" {
		b.WriteString(p.Subject + colon)
	}
	b.WriteString(p.What.In(l))
	if !p.Do.Zero() {
		b.WriteString(stop + p.Do.In(l))
	}
	return b.String()
}

// Error is the problem in English, with its cause.
func (p *Problem) Error() string {
	if p.Err != nil {
		return p.In(English) + " (" + p.Err.Error() + ")"
	}
	return p.In(English)
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Err }

// Error is what a person reads about any error: a Problem in their language, else its text as is.
func Error(err error, l Lang) string {
	var p *Problem
	if errors.As(err, &p) {
		return p.In(l)
	}
	return err.Error()
}

// System is the language that the environment asks for (LC_ALL, LC_MESSAGES, LANG, in that order,
// as POSIX has it). Anything but Chinese is English; nothing at all is Chinese.
func System() Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(v, "zh") {
				return Chinese
			}
			return English
		}
	}
	return Chinese
}
