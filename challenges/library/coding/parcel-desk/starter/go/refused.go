package main

// Refused is a request that is answered with an error; the message is for the client.
type Refused struct {
	Status  int
	Message string
}

func (r *Refused) Error() string {
	return r.Message
}
