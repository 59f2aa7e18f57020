package catalog

import "sync"

// maxShown bounds the pictures kept in memory, in bytes; one larger than a quarter of it is not kept.
const maxShown = 64 << 20

// media are pictures that were asked for lately. What an address names never changes, so that nothing in
// here is ever wrong.
type media struct {
	mu    sync.Mutex
	kept  map[string]Medium
	bytes int
}

func newMedia() *media { return &media{kept: map[string]Medium{}} }

func (s *media) get(key string) (Medium, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m, ok := s.kept[key]
	return m, ok
}

func (s *media) keep(key string, m Medium) {
	if len(m.Content) > maxShown/4 {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.kept[key]; ok {
		return
	}
	for k, old := range s.kept { // any will do: what is asked for again comes back
		if s.bytes+len(m.Content) <= maxShown {
			break
		}
		delete(s.kept, k)
		s.bytes -= len(old.Content)
	}
	s.kept[key] = m
	s.bytes += len(m.Content)
}
