try{const farver=localStorage.getItem("alliancebanken.farver");if(farver==="lys"||farver==="moerk")document.documentElement.dataset.farver=farver}catch{}
