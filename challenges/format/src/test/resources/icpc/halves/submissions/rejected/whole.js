console.log(Math.floor(Number(require('fs').readFileSync(0, 'utf8')) / 2));
