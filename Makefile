# The commands of Verbinder. `make` alone lists them.

VENV := .venv/bin
# Make passes what stands on its command line to each command: POORT, WIS, PYTHON.

.PHONY: help opzetten start test browser kantoor controle bench slot wis

help:
	@echo "make start      alles starten op deze computer; Ctrl-C stopt (POORT=8000)"
	@echo "make test       alle tests, ook in de browser (ARG='-k naam' kiest er een paar uit)"
	@echo "make controle   stijl, typen, lagen, veiligheid en afspraken nakijken"
	@echo "make bench      snelheid meten; schrijft bench/uitkomst.json"
	@echo "make opzetten   alleen de Python-omgeving en de opmaak ophalen"
	@echo "make browser    Chromium installeren voor de browsertests"
	@echo "make kantoor    LibreOffice installeren voor de tests van de bestanden"
	@echo "make slot       de vastgelegde versies van alle pakketten vernieuwen"
	@echo "make wis        de gegevens op deze computer weggooien (vraagt het eerst)"

opzetten: .venv/.opgezet node_modules/.opgezet

start: opzetten
	@exec $(VENV)/python manage.py start

test: opzetten
	@gereedschap/programma.sh browser --mag-ontbreken
	@gereedschap/programma.sh kantoor --mag-ontbreken
	@exec $(VENV)/python -m pytest $(ARG)

browser kantoor:
	@gereedschap/programma.sh $@

controle: opzetten
	@exec $(VENV)/python -m gereedschap.controle

bench: opzetten
	@exec $(VENV)/python -m bench

slot: opzetten
	@exec $(VENV)/python -m gereedschap.slot

wis: .venv/.opgezet
	@exec $(VENV)/python manage.py wis

# Stamps: what is in place is not fetched again.
.venv/.opgezet: requirements.lock
	@gereedschap/opzetten.sh
	@touch $@

node_modules/.opgezet: package.json package-lock.json .npmrc | .venv/.opgezet
	@gereedschap/opmaak.sh
	@touch $@
