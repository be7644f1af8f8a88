const n = Number(require('fs').readFileSync(0, 'utf8'));
console.log(n - Math.floor(n / 2));
console.log(Math.floor(n / 2));
