package fit

import (
	"bytes"
	"fmt"
	"io"

	"qingyang/app/clean/cue"
	"qingyang/app/cores"
)

// What is fitted depends on the order that pages came in, and on what was left out of which: two fits on the same pages
// read a paper that neither saw with a tenth more or fewer mistakes. So the weights are the mean of several fits, on each
// half of the pages and on all of them, those of lines in several orders (bagging: Breiman 1996; the mean of log-linear
// models is one, too, and costs no more to weigh).
const (
	orders = 2
	votes  = halves + orders
)

// fitAllLines fits the weights of lines on each half of the pages, and those of all: the mean of all votes.
func fitAllLines(all []*page, log io.Writer) (a lineWeights) {
	han, latin := byScript(all)
	fmt.Fprintf(log, "%d pages and pieces, %d of them in Latin letters\n", len(han)+len(latin), len(latin))
	samples := [scripts][]sample{samplesOf(han), samplesOf(latin)}
	var models [scripts][votes]*lineModel
	var logs [scripts * votes]bytes.Buffer
	cores.Each(len(logs), func(k int) {
		vote, script := votes-1-k/scripts, k%scripts // what takes longest is begun first
		models[script][vote] = fitLines(samples[script], vote, &logs[k])
	})
	for k := range logs {
		logs[k].WriteTo(log)
	}
	for half := range halves {
		a[half] = cue.Pack(models[0][half].bytes(least), models[1][half].bytes(least))
	}
	a[whole] = cue.Pack(mean(models[0][:]).bytes(least), mean(models[1][:]).bytes(least))
	return a
}

// mean is a model that weighs the mean of what some models weigh; it takes the place of the first.
func mean(models []*lineModel) *lineModel {
	m := models[0]
	for k := range m.weights() {
		var rooms [][]float32
		for _, vote := range models {
			rooms = append(rooms, vote.weights()[k])
		}
		average(rooms...)
	}
	return m
}

// weights are all that the model weighs, in rooms that are its own.
func (m *lineModel) weights() [][]float32 {
	all := [][]float32{m.line.w, m.junction.w, m.space.w}
	for a := range m.run {
		all = append(all, m.run[a][:])
	}
	return all
}

// average writes the mean of some rooms, number by number, into the first.
func average(rooms ...[]float32) {
	to := rooms[0]
	for k := range to {
		sum := float32(0)
		for _, room := range rooms {
			sum += room[k]
		}
		to[k] = sum / float32(len(rooms))
	}
}
