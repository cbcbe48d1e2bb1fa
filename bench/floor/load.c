// Does nothing, once the libraries are loaded that mastoctl loads too.
int main(void) { return 0; }
