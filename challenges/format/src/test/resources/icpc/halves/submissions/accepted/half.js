console.log(Number(require('fs').readFileSync(0, 'utf8')) / 2);
