'use mixmod';
export function texts(): string { return (0).toExponential(2) + ' ' + (255).toString(16) + ' ' + (5).toFixed(1); }
// texts() → '0.00e+0 ff 5.0'
