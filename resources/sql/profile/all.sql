SELECT name, json FROM layout_profile ORDER BY name
