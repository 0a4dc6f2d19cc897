/** Passwords that are tried first, in small letters: data, from what leaked lists have in common and from local habit. */
const list = `
!@#$%^ !@#$%^& !@#$%^&* !@#$%^&*( !@#$%^&*() !@#$1234 !@#123 !@#123qwe !qaz2wsx !qaz@wsx 0123456789 0987654321
111222 111222333 111222333444 11223344 1122334455 112233445566 123!@#qwe 123123 123321 1234321 12344321
123454321 123456 1234567 12345678 123456789 1234567890 12345678901 123456789012 1234567890123 123456789a
123456789abc 123456789q 12345678a 1234567a 123456a 123456aa 123456abc 123456q 123456qq 12345abc 12345qwert
1234abcd 1234qwer 123abc 123asd 123qwe 123qwe!@# 123qwe123 123qweasd 123qweasdzxc 12qwaszx 1314520 13145200
1314521 1314521521 147258 147258369 159357 159753 1password1 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
1q2w3e4r5t6y7u 1qaz!qaz 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz@wsx 1qaz@wsx3edc 201314 20132014 321654987
5201314 52013145 520520 5211314 654321 741852963 7654321 789456123 7894561230 87654321 987654321 9876543210
a123456 a1234567 a12345678 a123456789 a1234567890 aa123456 aa123456! aa12345678 aa123456789 aa@123456 aaa111
aaa123456 abc!123 abc123 abc1234 abc12345 abc123456 abc1234567 abc123456789 abc@123 abc@1234 abc@12345
abc@123456 abcd1234 abcd123456 abcd@1234 abcdef abcdef123456 abcdefg abcdefg123 abcdefgh abcdefghij abcdefghijk
abcdefghijkl access access14 admin admin!@# admin!@#123 admin#123 admin1 admin12 admin123 admin1234 admin12345
admin123456 admin123456789 admin2020 admin2021 admin2022 admin2023 admin2024 admin2025 admin666 admin888
admin8888 admin@123 admin@1234 admin@12345 admin@123456 admin@2020 admin@2021 admin@2022 admin@2023 admin@2024
admin@2025 admin@h3c admin@huawei admin@huawei.com admin_123 adminadmin administrator administrator1
administrator123 aini1314 alibaba alibaba123 apple123 as123456 asd123 asd123456 asdf1234 asdfasdf asdfgh
asdfghjk asdfghjkl asdfghjkl123 asdfghjkl; asdqwe123 ashley autumn2022 baidu baidu123 bailey baseball batman
beijing beijing123 beijing2008 beizeng beizeng123 beizeng2022 beizeng@123 buster changeme changeme1 changeme123
changeme123! changeme_123 charlie charlie1 chen123456 china china123 china@123 computer computer1 computer123
contrasena123 correcthorsebatterystaple default dragon dragon123 facebook flower flower123 football football1
freedom gaoping gaoping123 gaoping@123 george gongxin gongxin123 gongxinju gongxinju123 google google123 guest
guest123 h3c123456 hello hello123 hello1234 helloworld helloworld1 helloworld123 hockey huawei huawei12#$
huawei123 huawei@123 hunter2 iamthebest iloveyou iloveyou1 iloveyou123 iloveyou1314 iloveyou520 internet
internet1 iphone iphone123 jennifer jessica jiayou jiayou123 jincheng jincheng123 jordan23 killer lenovo
lenovo123 letmein letmein1 letmein123 li123456 liu123456 login login123 manager manager123 master master123
michael michael1 microsoft mima mima123 mima123456 mima@123 monkey monkey123 motdepasse123 mypassword
mypassword1 mypassword123 mysql mysql123 newpassword newpassword1 newpassword123 nihao nihao123 nihao123456
ninja nopassword onepassword oracle oracle123 p@ssw0rd p@ssw0rd! p@ssw0rd1 p@ssw0rd123 p@ssw0rd1234 p@ssword
pa$$w0rd pa$$word passw0rd passw0rd! passw0rd1 passw0rd123 password password! password1 password1! password12
password123 password123! password1234 password12345 password@123 password@1234 passwordpassword passwort123
pokemon princess princess1 q123456 q123456789 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qaz123 qaz123456 qaz123wsx qazwsx
qazwsx123 qazwsx123456 qazwsxedc qazwsxedc123 qazwsxedcrfv qq123456 qq1234567 qq123456789 qwe123 qwe123456
qweasd qweasdzxc qweasdzxc123 qweqwe qwer1234 qwerty qwerty1 qwerty12 qwerty123 qwerty1234 qwerty12345
qwerty123456 qwertyui qwertyuiop qwertyuiop1 qwertyuiop12 qwertyuiop123 qwertyuiop[] qwertyuiop[]\\ root root123
root1234 root123456 root@123 root@123456 rootroot s123456 sa123456 samsung samsung123 sasa123 secret secret1
secret123 shadow shanxi shanxi123 soccer spring2022 spring2023 starwars summer summer2022 summer2023 sunshine
sunshine1 superadmin superadmin123 superman superman123 superuser sysadmin sysadmin123 system system123
system@123 taizhang taizhang123 taobao temp123 temp1234 tencent tencent123 test test123 test1234 test123456
test@123 test@1234 tester testtest thisisapassword thisismypassword thomas tigger tongji tongji123 tongjiju
tongjiju123 toor trustno1 user user123 user1234 user@123 w123456 w123456789 wang123 wang123456 wangjing wangyang
wechat weixin weixin123 weixin123456 welcome welcome1 welcome123 welcome123! welcome1234 welcome@123 whatever
windows windows10 windows123 winter2022 winter2023 woaini woaini123 woaini123456 woaini1314 woaini1314520
woaini520 woaini5201314 wodemima x123456 xiaokang xinnian2022 yourpassword z123456 z123456789 zaq12wsx zaq1@wsx
zaq1xsw2 zhang123 zhang123456 zhangwei zhengfu zhengfu123 zhengwu zhengwu123 zhengwu@123 zxc123 zxc123456
zxc123456789 zxcv1234 zxcvbn zxcvbnm zxcvbnm,./ zxcvbnm123 zz123456
`;

/** The passwords that nobody may take. */
export const knownPasswords: ReadonlySet<string> = new Set(list.split(/\s+/).filter((word) => word !== ""));
