package pdf

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"reflect"

	"github.com/klippa-app/go-pdfium"
)

// guest calls the functions of the PDFium in a sandbox by their names. The methods of go-pdfium make three calls and more
// for each number of a character, to have memory for it and to give that back, and a call costs microseconds, since each
// has a watch of its own on its ctx; here one piece of memory serves all.
type guest struct {
	ctx     context.Context // ends what is called: see reader.within
	export  reflect.Value   // of go-pdfium's implementation: finds a function by its name
	memory  memory
	known   map[string]function
	stack   [8]uint64 // parameters of the call at hand, then its result
	scratch uint32    // where functions write what they find: scratchSize bytes of the sandbox
	err     error     // the first one; nothing is called after it
}

// function and memory are what is used of wazero's.
type (
	function interface {
		CallWithStack(ctx context.Context, stack []uint64) error
	}
	memory interface {
		Read(offset, count uint32) ([]byte, bool)
		Write(offset uint32, b []byte) bool
		Size() uint32 // bytes
	}
)

// scratchSize is enough for what a function writes, the names of faces among it; a longer name is taken for none.
const scratchSize = 1024

var errForeign = errors.New("go-pdfium gives no way to its functions")

// newGuest finds the way to the functions. go-pdfium names their types in a package of its own, hence by reflection;
// where another version of it has another way, every test of this package fails with errForeign.
func newGuest(ctx context.Context, in pdfium.Pdfium) (g *guest, err error) {
	defer func() {
		if recover() != nil {
			g, err = nil, errForeign
		}
	}()
	of := reflect.ValueOf(in.GetImplementation())
	g = &guest{ctx: ctx, export: of.MethodByName("Fn"), known: map[string]function{}}
	module := of.Elem().FieldByName("Module").Elem()
	g.memory = module.MethodByName("Memory").Call(nil)[0].Interface().(memory)
	g.scratch = uint32(g.call("malloc", scratchSize))
	return g, g.err
}

// limit makes ctx end what the methods of a sandbox do, and gives what ended it before. Each sandbox has a context of its
// own, which only Kill cancels; but Kill also takes the memory away beneath the call that still runs.
func limit(in pdfium.Pdfium, ctx context.Context) (before context.Context, err error) {
	defer func() {
		if recover() != nil {
			err = errForeign
		}
	}()
	its := reflect.ValueOf(in.GetImplementation()).Elem().FieldByName("Context")
	before = its.Interface().(context.Context)
	its.Set(reflect.ValueOf(ctx))
	return before, nil
}

// call calls a function. 0 after an error, which g.err has.
func (g *guest) call(name string, params ...uint64) uint64 {
	if g.err != nil {
		return 0
	}
	f, ok := g.known[name]
	if !ok {
		f = g.export.Call([]reflect.Value{reflect.ValueOf(name)})[0].Interface().(function)
		g.known[name] = f
	}
	copy(g.stack[:], params)
	if g.err = f.CallWithStack(g.ctx, g.stack[:]); g.err != nil {
		return 0
	}
	return g.stack[0]
}

// put copies bytes into the sandbox, behind them a zero. What it takes stays taken as long as the sandbox is there.
func (g *guest) put(b []byte) uint64 {
	at := g.call("malloc", uint64(len(b)+1))
	if g.err == nil && (at == 0 || !g.memory.Write(uint32(at), b) || !g.memory.Write(uint32(at)+uint32(len(b)), []byte{0})) {
		g.err = ErrVast
	}
	return at
}

// found are the first bytes of what the last call wrote.
func (g *guest) found(n uint32) []byte {
	b, ok := g.memory.Read(g.scratch, n)
	if !ok {
		g.err = errors.Join(g.err, errForeign)
		return make([]byte, n)
	}
	return b
}

// doubles are numbers that the last call wrote, of eight bytes each.
func (g *guest) doubles() (v [4]float64) {
	b := g.found(32)
	for k := range v {
		v[k] = math.Float64frombits(binary.LittleEndian.Uint64(b[8*k:]))
	}
	return v
}

// floats are numbers that the last call wrote, of four bytes each.
func (g *guest) floats() (v [6]float64) {
	b := g.found(24)
	for k := range v {
		v[k] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*k:])))
	}
	return v
}
