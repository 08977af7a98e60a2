-- A report keeps the name and logo of its own day, so a choice is added and never changed.
revoke update, delete, truncate on regio_huisstijl from verbinder_dossier;
create trigger alleen_toevoegen before update or delete on regio_huisstijl
    for each row execute function weiger_wijziging();
create trigger nooit_leegmaken before truncate on regio_huisstijl
    for each statement execute function weiger_wijziging();
