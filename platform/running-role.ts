import type pg from 'pg'

/**
 * Who the running product is in the database. It owns nothing: it can neither change a table nor switch off a trigger, and what is append-only it can
 * only append to. Its name belongs to the whole server, its rights to each database.
 */
export const runningRole = 'dacsan_running'

type Asking = Pick<pg.Pool, 'query'>

/** Makes the role where the server has none; false where whoever is connected may neither make it nor work as it. With `login` it can sign in itself. */
export async function makeRunningRole(asking: Asking, { login = false } = {}): Promise<boolean> {
  const mayLogin = login
    ? `if not (select rolcanlogin from pg_roles where rolname = '${runningRole}') then alter role ${runningRole} login; end if;`
    : ''
  // Several processes may do this at the same moment, and many a user may not: what counts is whether it can work as the role in the end.
  await asking.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${runningRole}') then create role ${runningRole} ${login ? 'login' : 'nologin'}; end if;
    ${mayLogin}
  exception when others then null;
  end $$`)
  // Who may make roles is not yet a member of those that it made (PostgreSQL 16).
  await asking.query(`do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then grant ${runningRole} to current_user; end if;
  exception when others then null;
  end $$`)
  try {
    await asking.query(`do $$ begin set local role ${runningRole}; end $$`)
    return true
  } catch {
    return false
  }
}

/** Who is connected, and whether the tables are its own; null where there are none yet. */
export async function whoOwns(asking: Asking): Promise<{ user: string; owns: boolean | null; superuser: boolean }> {
  const { rows } = await asking.query<{ user: string; owns: boolean | null; superuser: boolean }>(`
    select current_user::text as user, rolsuper as superuser,
      (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('public.schema_migration')) as owns
    from pg_roles where rolname = current_user`)
  return rows[0]!
}

/**
 * Gives a role what the running product needs of the tables as they are now, and takes away what is more than that; what is right already is left alone.
 * For the owner, after every change of the tables: a new table is granted to nobody.
 */
export async function grantRunning(asking: Asking, role: string): Promise<void> {
  const { rows } = await asking.query<{ statement: string }>(missingAndExcess, [role])
  if (rows.length > 0) await asking.query(rows.map(({ statement }) => statement).join(';\n'))
}

/** Written by migrations and by the first start alone. */
const readOnly = ['schema_migration', 'installation', 'migrations']
/** Append-only without a trigger that says so. */
const appendOnly = ['sealed_fact']

const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')

/**
 * The marks of append-only tables are their triggers: `…_append_only` refuses UPDATE; where it calls `refuse_change` it refuses DELETE too, and where it
 * has a guard of its own, it knows of a retention that may delete. The tables of the queue of jobs hide their rows from all but their owner: a policy
 * shows them. Views are read only, because a write through a view is one of its owner.
 */
const missingAndExcess = `
  with role as (select oid, quote_ident(rolname) as name from pg_roles where rolname = $1),
  space as (
    select oid, nspname, nspowner from pg_namespace
    where nspname in ('public', 'graphile_worker') and pg_has_role(nspowner, 'usage')
  ),
  relation as (
    select c.oid, c.relkind, c.relname, c.relacl, c.relrowsecurity, format('%I.%I', nspname, relname) as name
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname in ('public', 'graphile_worker') and relkind in ('r', 'p', 'v', 'm', 'S') and pg_has_role(relowner, 'usage')
  ),
  guarded as (
    select tgrelid as oid, bool_or(p.proname = 'refuse_change' and tgtype & 8 > 0) as delete
    from pg_trigger join pg_proc p on p.oid = tgfoid
    where tgname like '%append\\_only' and tgtype & 16 > 0 group by tgrelid
  ),
  wanted as (
    select relation.oid, name, relkind, unnest(case
      when relkind = 'S' then '{USAGE,SELECT}'
      when relkind in ('v', 'm') or relname in (${list(readOnly)}) then '{SELECT}'
      when relname in (${list(appendOnly)}) or guarded.delete then '{SELECT,INSERT}'
      when guarded.oid is not null then '{SELECT,INSERT,DELETE}'
      else '{SELECT,INSERT,UPDATE,DELETE}'
    end::text[]) as privilege
    from relation left join guarded on guarded.oid = relation.oid
  ),
  given as (
    select relation.oid, relation.name, relkind, privilege_type as privilege
    from role, relation cross join lateral aclexplode(relacl) where grantee = role.oid
  )
  select format('grant %s on %s %s to %s', privilege, case relkind when 'S' then 'sequence' else 'table' end, wanted.name, role.name) as statement
  from wanted, role where not exists (select from given where given.oid = wanted.oid and given.privilege = wanted.privilege)
  union all
  select format('revoke %s on %s %s from %s', privilege, case relkind when 'S' then 'sequence' else 'table' end, given.name, role.name)
  from given, role where not exists (select from wanted where given.oid = wanted.oid and given.privilege = wanted.privilege)
  union all
  select format('create policy %s on %s to %s using (true) with check (true)', role.name, relation.name, role.name)
  from relation, role where relrowsecurity and not exists (select from pg_policy where polrelid = relation.oid and role.oid = any (polroles))
  union all
  select format('grant usage on schema %I to %s', nspname, role.name)
  from space, role where not has_schema_privilege(role.oid, space.oid, 'usage')
  union all
  select format('revoke create on schema %I from public, %s', nspname, role.name)
  from space, role where has_schema_privilege(role.oid, space.oid, 'create') and nspowner <> role.oid
  union all
  select format('grant execute on routine %s to %s', f.oid::regprocedure, role.name)
  from pg_proc f join space on space.oid = pronamespace, role
  where not has_function_privilege(role.oid, f.oid, 'execute') and pg_has_role(proowner, 'usage')`
