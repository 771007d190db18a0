"""A stand-in vendor on this computer, and the manifest by which the program reads it: customers, and the devices of each.

Every source has a road of its own (/<source>/…), so that one server plays several vendors with different manners.
"""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MANIFEST = {
    "manifest": 1, "id": "standin", "name": "Stand-in", "version": "1", "side": "vendor", "about": "Devices of every customer.",
    "settings": [{"id": "road", "label": "Road", "kind": "text"}],
    "secrets": [{"id": "api_key", "label": "API key"}],
    "hosts": ["api.standin.example"], "base": "https://api.standin.example/{$settings.road}",
    "auth": {"scheme": "headers", "headers": {"X-Api-Key": "{$secrets.api_key}"}},
    "test": {"path": "/customers", "query": {"limit": "1"}},
    "limits": {"attempts": 2, "timeout_seconds": 30},
    "streams": [
        {"id": "customers", "label": "Customers", "request": {"path": "/customers", "query": {"limit": "2"}}, "records": "data", "identity": "id",
         "paging": {"scheme": "cursor", "parameter": "cursor", "next": "next"}, "complete": {"total": "total"},
         "emit": [{"record": "account", "fields": {"account_id": "id", "account_name": "name"}}]},
        {"id": "devices", "label": "Devices", "for_each": "customers", "request": {"path": "/customers/{$parent.id}/devices"}, "records": "data",
         "identity": "id", "paging": {"scheme": "cursor", "parameter": "cursor", "next": "next"},
         "emit": [{"record": "asset", "fields": {"account_id": "$parent.id", "account_name": "$parent.name", "meter_id": {"value": "agent"},
                                                 "meter_name": {"value": "Agent"}, "asset_id": "id", "asset_name": "name",
                                                 "asset_class": "type"}}]},
    ],
}


class Manners:
    def __init__(self, customers=3, devices=4, key="right-key"):
        self.customers, self.devices, self.key = customers, devices, key
        self.fails_at = None      # the request (from 1) that is answered with status 500, always
        self.hangs = False        # never answers a list of devices
        self.gate = None          # a threading.Event that lists of devices wait for
        self.reached = threading.Event()
        self.requests = 0
        self.page = 2


class StandIn:
    def __init__(self):
        self.manners = {}
        self.lock = threading.Lock()
        standin = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                status, body = standin.answer(self.path, self.headers.get("X-Api-Key"))
                data = json.dumps(body).encode()
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)
                except OSError:
                    pass

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):  # a program that was killed hangs up in the middle
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.stopped = threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def close(self):
        self.stopped.set()
        self.server.shutdown()
        self.server.server_close()

    def source(self, name, **manners):
        self.manners[name] = Manners(**manners)
        return self.manners[name]

    def answer(self, path, key):
        path, _, query = path.partition("?")
        road, *rest = path.strip("/").split("/")
        manners = self.manners[road]
        with self.lock:
            manners.requests += 1
            number = manners.requests
        if key != manners.key:
            return 401, {"error": "wrong key"}
        if manners.fails_at and number >= manners.fails_at:
            return 500, {"error": "out of order"}
        start = int(dict(part.split("=") for part in query.split("&") if part).get("cursor", 0))
        if rest == ["customers"]:
            items = [{"id": f"{road}-c{i}", "name": f"Customer {i}"} for i in range(manners.customers)]
        else:
            manners.reached.set()
            while manners.hangs and not self.stopped.wait(0.2):
                pass
            if manners.gate:
                manners.gate.wait(60)
            items = [{"id": f"{rest[1]}-d{i}", "name": f"pc-{i}", "type": "workstation"} for i in range(manners.devices)]
        page = items[start:start + manners.page]
        following = start + manners.page
        return 200, {"data": page, "next": str(following) if following < len(items) else None, "total": len(items)}
