package catalog

import "sync"

// kept keeps what was worked out from the index until a product changes, the same for every dealer whose
// question is the same.
type kept[V any] struct {
	mu    sync.Mutex
	found map[string]V
}

// maxKept bounds what is kept: at some ten kB each, some MB.
const maxKept = 500

func (k *kept[V]) clear() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.found = map[string]V{}
}

func (k *kept[V]) get(key string) (v V, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	v, ok = k.found[key]
	return v, ok
}

func (k *kept[V]) keep(key string, v V) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.found) >= maxKept {
		clear(k.found)
	}
	k.found[key] = v
}
