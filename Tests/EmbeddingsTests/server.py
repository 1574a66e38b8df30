"""An embedding server with faults, for the tests: POST /FAULT/v1/embeddings. Prints its port, ends with its parent's input.

Vectors are made from the texts alone: the counts of the letters a to h. POST /seen tells how many requests there were.
"""
import collections, json, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

requests = collections.Counter()
under_way = collections.Counter()
lock = threading.Lock()


def vector(text):
    return [float(text.count(letter)) for letter in 'abcdefgh']


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *arguments): pass

    def answer(self, code, body, headers=(), cut=0):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(code)
        self.send_header('Content-Length', str(len(data)))
        for name, value in headers: self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data[:len(data) - cut])
        if cut:
            self.close_connection = True

    def do_POST(self):
        fault = self.path.split('/')[1]
        body = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
        if fault == 'seen':
            with lock: return self.answer(200, {'requests': requests, 'most': under_way['most']})
        with lock:
            requests[fault] += 1
            count = requests[fault]
            under_way['now'] += 1
            under_way['most'] = max(under_way['most'], under_way['now'])
        try:
            self.reply(fault, count, body)
        finally:
            with lock: under_way['now'] -= 1

    def reply(self, fault, count, body):
        data = [{'index': i, 'embedding': vector(text)} for i, text in enumerate(body['input'])]
        if fault == 'busy' and count < 3: return self.answer(429, {'error': 'slow down'}, [('Retry-After', '0')])
        if fault == 'failing' and count < 3: return self.answer(500, b'<html>oops</html>')
        if fault == 'down': return self.answer(503, {'error': {'message': 'the model is\n loading'}})
        if fault == 'cut' and count < 2: return self.answer(200, {'data': data}, cut=20)
        if fault == 'html': return self.answer(200, b'<html>Welcome</html>')
        if fault == 'count': data = data[1:]
        if fault == 'twice': data = data[:-1] + [dict(data[0])]
        if fault == 'nan':
            return self.answer(200, json.dumps({'data': [{**d, 'embedding': [float('nan')] * 8} for d in data]}).encode())
        if fault == 'huge':
            return self.answer(200, {'data': [{**d, 'embedding': [1e30] * 8} for d in data]})
        if fault == 'zeros': data = [{**d, 'embedding': [0.0] * 8} for d in data]
        if fault == 'sizes' and count > 1: data = [{**d, 'embedding': d['embedding'] + [1.0]} for d in data]
        if fault == 'shuffled': data = data[::-1]
        if fault == 'unnumbered': data = [{'embedding': d['embedding']} for d in data]
        if fault == 'small' and len(data) > 2: return self.answer(413, {'message': 'too many inputs'})
        if fault == 'picky' and any(len(t) > 50 for t in body['input']):
            return self.answer(400, {'error': {'message': 'input is too long'}})
        if fault == 'slow': time.sleep(3)
        if fault == 'steady': time.sleep(.05)
        if fault == 'elsewhere': return self.answer(302, b'', [('Location', '/good/v1/embeddings')])
        if fault == 'missing': return self.answer(404, {'error': {'message': 'model "nobody" not found'}})
        if fault == 'locked' and self.headers.get('Authorization') != 'Bearer open-sesame':
            return self.answer(401, {'error': {'message': 'bad key'}})
        if fault == 'dies' and count > 2:
            self.close_connection = True
            return None
        if fault == 'prefixed' and not all(text.startswith('query: ') for text in body['input']):
            return self.answer(500, {'error': 'no prefix'})
        self.answer(200, {'object': 'list', 'model': body['model'], 'data': data})


server = ThreadingHTTPServer(('127.0.0.1', 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
