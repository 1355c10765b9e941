-- What other rooms may read of the communes of today and of before 1 July 2025.
create view commune_card as select code, name, kind, province_code, province_name, search_text, effective_from from commune;
create view former_commune_card as
select code, name, kind, district_code, district_name, province_code, province_name, search_text, split, effective_to from former_commune;
