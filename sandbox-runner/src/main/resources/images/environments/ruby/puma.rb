# How Puma serves a config.ru here.
port ENV.fetch('PORT'), '0.0.0.0'
threads 16, 16
quiet

# A thread waits a while for the next request on its connection, which would hold up the requests of all others when there are
# more connections than threads.
enable_keep_alives false
