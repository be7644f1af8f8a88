'use strict';

const money = require('./money.js');

const NEW = { status: 'waiting', collectedAt: null, fee: null, notes: [] };

function newParcel(fields) {
  return { ...NEW, ...fields };
}

/** The parcel as clients see it. */
function shown(parcel) {
  return {
    ...parcel,
    charge: money.text(parcel.charge),
    fee: parcel.fee === null ? null : money.text(parcel.fee),
  };
}

module.exports = { newParcel, shown };
