'use mixmod';
@sealed
class A {} // error RTS1020: classes are not part of RTypeScript yet
function sealed(): void {}
